from django.apps import AppConfig


class FlowsConfig(AppConfig):
    name = "lianxin.flows"
    label = "flows"
