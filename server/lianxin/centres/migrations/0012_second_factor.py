"""What is shown beside the password, and who must show it."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from lianxin.centres.isolation import isolate


class Migration(migrations.Migration):

    dependencies = [
        ('centres', '0011_logins_and_passwords'),
    ]

    operations = [
        migrations.AddField(
            model_name='centre',
            name='second_factor_roles',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=32), db_default=[], default=list, size=None),
        ),
        migrations.CreateModel(
            name='SecondFactor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(blank=True, default='', max_length=200)),
                ('pending', models.CharField(blank=True, default='', max_length=200)),
                ('on_since', models.DateTimeField(null=True)),
                ('last_step', models.BigIntegerField(default=0)),
                ('recovery_codes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=64), default=list, size=None)),
                ('reset_asked_at', models.DateTimeField(null=True)),
                ('centre', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='centres.centre')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to='centres.person')),
                ('reset_asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='centres.person')),
            ],
        ),
        *isolate('centres_secondfactor'),
    ]
