from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    name = "lianxin.knowledge"
    label = "knowledge"
