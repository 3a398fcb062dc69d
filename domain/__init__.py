"""The programme, its events and its rules of time. Pure: knows no Telegram, no SQL and no clock."""
