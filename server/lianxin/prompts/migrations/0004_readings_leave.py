"""Readings are the room of speech's: the rows stay where they are (speech.0001)."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('prompts', '0003_readings'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.DeleteModel(name='Reading')],
        ),
    ]
