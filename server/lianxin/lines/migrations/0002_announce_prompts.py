from django.db import migrations

from lianxin.lines.announce import watch


class Migration(migrations.Migration):

    dependencies = [
        ('lines', '0001_initial'),
        ('prompts', '0001_initial'),
    ]

    operations = [watch("prompts_promptversion")]
