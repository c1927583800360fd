from django.apps import AppConfig


class PromptsConfig(AppConfig):
    name = "lianxin.prompts"
    label = "prompts"
