from django.apps import AppConfig


class CallsConfig(AppConfig):
    name = "lianxin.calls"
    label = "calls"
