internal import Application
internal import Assembly
internal import Documents
internal import Domain
internal import Glibc
internal import Host
internal import Localization
internal import Printing
internal import SQLiteEngine

/// `frontdesk check`: says what is wrong and where, before a receptionist finds out.
enum CheckCommand {
    static let command = Command(
        "check", "say whether this machine is ready to serve, and if not, what is wrong and where",
        detail:
            "Looks at configuration, folder, database, pages, disk, printers and papers. Changes nothing.",
        flags: [FrontdeskProgram.configurationFlag]
    ) { arguments in
        let configuration = try FrontdeskProgram.configuration(arguments)
        var report = Report()
        report.note("configuration", nil)
        report.note("pages in \(configuration.wwwFolder)", pages(configuration))
        report.note("data folder \(configuration.dataFolder)", folder(configuration))
        let path = DataFolder(desk: configuration).database
        report.note("database \(path)", database(path))
        report.note("disk", disk(configuration))
        for role in PrinterRole.allCases {
            guard let address = configuration.printers[role] else { continue }
            report.note("printer of \(role.rawValue) \(address)", printer(address.printer.state()))
        }
        report.note("papers", PaperPress.complaint(logo: configuration.logo))
        return report.isGood ? .done : .found
    }

    private struct Report {
        var isGood = true

        mutating func note(_ subject: String, _ complaint: String?) {
            if let complaint {
                isGood = false
                Terminal.write("WRONG  \(subject): \(complaint)")
            } else {
                Terminal.write("ok     \(subject)")
            }
        }
    }

    private static func pages(_ configuration: DeskConfiguration) -> String? {
        do {
            _ = try Catalogue.read(folder: configuration.wwwFolder + "/i18n")
            return nil
        } catch {
            return "\(error); [www] directory names the folder that came with the program"
        }
    }

    private static func folder(_ configuration: DeskConfiguration) -> String? {
        var status = stat()
        guard stat(configuration.dataFolder, &status) == 0 else {
            return "it is not there yet; the first start creates it, if its parent folder may be written"
        }
        if status.st_mode & 0o077 != 0 { return "others may enter it; chmod 700 closes it" }
        return access(configuration.dataFolder, W_OK) == 0 ? nil : "this user may not write there"
    }

    /// One that is not there yet is no fault: the first start makes it.
    private static func database(_ path: String) -> String? {
        if access(path, F_OK) != 0 && errno == ENOENT { return nil }
        do {
            let complaints = try SQLiteDatabase.complaints(aboutCopyAt: path)
            if let complaint = complaints.first { return "\(complaint); restore the last good copy" }
            return access(path, W_OK) == 0 ? nil : "this user may not write it"
        } catch {
            return "\(StoreTrouble.told(error, path))"
        }
    }

    private static func disk(_ configuration: DeskConfiguration) -> String? {
        guard access(configuration.dataFolder, F_OK) == 0 else { return nil }
        do {
            let space = try DiskSpace(at: configuration.dataFolder)
            let megabytes = space.freeBytes / 1_000_000
            return space.level == .ample
                ? nil : "only \(megabytes) MB are free; make room, 2000 MB are a good measure"
        } catch {
            return "\(error)"
        }
    }

    private static func printer(_ state: PrinterState) -> String? {
        guard let trouble = state.stops ?? state.gravest else { return nil }
        switch trouble {
        case .off: return "nobody is there; switch it on, or mend its address in section [print]"
        case .silent: return "it takes the connection and says nothing"
        case .wrongAddress:
            return "no printer answers there, or this user may not use it; see section [print]"
        default: return "it does not print now: \(trouble.rawValue)"
        }
    }
}
