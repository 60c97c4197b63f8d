// A file system for SQLite that fails on command. For tests only; see fault_vfs.c.
#ifndef FAULT_VFS_H
#define FAULT_VFS_H

typedef enum {
    FAULT_ON_ANY = 0,       // any of the four that change the disk
    FAULT_ON_WRITE = 1,
    FAULT_ON_TRUNCATE = 2,
    FAULT_ON_SYNC = 3,
    FAULT_ON_DELETE = 4,
    FAULT_ON_READ = 5,
    FAULT_ON_SHARED_MEMORY = 6,
    FAULT_ON_OPEN = 7,
} fault_operation;

typedef enum {
    FAULT_ERROR = 0,        // SQLITE_IOERR_…; a write leaves its first half
    FAULT_FULL = 1,         // a write says SQLITE_FULL; the others fail as above
    FAULT_LIE = 2,          // nothing is done and success is said: the control
    FAULT_POWER = 3,        // from here on nothing works, until fault_vfs_restore_power
} fault_result;

// Registers the file system under the name "fault". Once per process is enough; more does no harm.
void fault_vfs_register(void);

// The operation with this number, counted from now, fails; and all later ones too when it is sticky.
void fault_vfs_arm(fault_operation operation, long number, int sticky, fault_result result);

// Nothing fails any more. True when something did.
int fault_vfs_disarm(void);

// After FAULT_POWER, when every connection is closed: takes back what was written since each file's last
// sync, except for a part chosen by the seed, as a disk's cache would.
void fault_vfs_restore_power(unsigned seed);

#endif
