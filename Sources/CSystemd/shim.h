// Where a line of C was is of no use to a reader of the journal, and sd_journal_sendv would be
// renamed by a macro.
#define SD_JOURNAL_SUPPRESS_LOCATION
#include <systemd/sd-daemon.h>
#include <systemd/sd-journal.h>
