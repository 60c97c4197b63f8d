// Only names of today: the old ones are macros and functions that a later library drops.
#define _CUPS_NO_DEPRECATED 1
#include <cups/cups.h>
