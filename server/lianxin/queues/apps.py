from django.apps import AppConfig


class QueuesConfig(AppConfig):
    name = "lianxin.queues"
    label = "queues"
