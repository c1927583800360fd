from django.apps import AppConfig


class PollsConfig(AppConfig):
    name = "lianxin.polls"
    label = "polls"
