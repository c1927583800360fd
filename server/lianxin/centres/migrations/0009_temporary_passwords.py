"""A password that somebody else knows, to be changed before anything else is done."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [('centres', '0008_logins')]

    operations = [
        migrations.AddField(
            model_name='person',
            name='password_temporary',
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
