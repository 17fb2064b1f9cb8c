"""Calendars that come in: lines → components (RFC 5545) → days, places → rows."""
