"""Numbers are stored as E.164, those that were there too."""

from django.db import migrations

from lianxin.centres.telephone_field import TelephoneField, stored_as_e164


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ('calls', '0008_words_of_old_calls'),
    ]

    operations = [
        migrations.AlterField(
            model_name='call',
            name='caller',
            field=TelephoneField(default='', max_length=64),
        ),
        stored_as_e164("calls_call", "caller"),
    ]
