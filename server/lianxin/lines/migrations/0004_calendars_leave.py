"""Calendars are a room of their own: the rows stay where they are (calendars.0001)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('calendars', '0001_initial'),
        ('lines', '0003_plans_and_calendars'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name='line',
                    name='calendar',
                    field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='calendars.calendar'),
                ),
                migrations.DeleteModel(name='CalendarDay'),
                migrations.DeleteModel(name='Calendar'),
            ],
        ),
    ]
