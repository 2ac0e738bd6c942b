// Whoever sees the coach sees the words that it speaks in: civil time, measures and text.
@_exported public import CivilCalendar
@_exported public import Statistics
@_exported public import Text
