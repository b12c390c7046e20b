-- Nothing is new in it: the codes of v012 are checked in another way.
PRAGMA user_version = 13;
