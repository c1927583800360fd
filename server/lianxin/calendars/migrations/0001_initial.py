"""Calendars leave the room of lines: the rows stay, their tables are named for their room."""

import django.db.models.deletion
from django.db import migrations, models

_TABLES = ('calendar', 'calendarday')


def _renamed(old, new):
    return ''.join(
        f'ALTER TABLE {old}_{table} RENAME TO {new}_{table};'
        f'ALTER SEQUENCE {old}_{table}_id_seq RENAME TO {new}_{table}_id_seq;'
        for table in _TABLES
    )


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('centres', '0003_centre_city'),
        ('lines', '0003_plans_and_calendars'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='Calendar',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.SlugField(max_length=32)),
                        ('name', models.CharField(max_length=64)),
                        ('week', models.JSONField(default=dict)),
                        ('keeps_holidays', models.BooleanField(default=True)),
                        ('centre', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='centres.centre')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('centre', 'code'), name='calendar_code')],
                    },
                ),
                migrations.CreateModel(
                    name='CalendarDay',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('date', models.DateField()),
                        ('kind', models.CharField(max_length=8)),
                        ('name', models.CharField(max_length=64)),
                        ('spans', models.JSONField(default=list)),
                        ('run_as', models.CharField(blank=True, default='', max_length=3)),
                        ('calendar', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='days', to='calendars.calendar')),
                        ('centre', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='centres.centre')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('calendar', 'date', 'kind'), name='calendar_day'), models.CheckConstraint(condition=models.Q(('kind__in', ('holiday', 'make_up', 'special'))), name='calendar_day_kind')],
                    },
                ),
            ],
            database_operations=[
                migrations.RunSQL(_renamed('lines', 'calendars'), _renamed('calendars', 'lines')),
            ],
        ),
    ]
