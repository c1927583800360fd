from django.apps import AppConfig


class AgentsConfig(AppConfig):
    name = "lianxin.agents"
    label = "agents"
