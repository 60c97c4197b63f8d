internal import Application
internal import Assembly
internal import Persistence
internal import SQL
internal import SQLiteEngine

/// What only this desk can tell Prometheus about itself: no names, no ids, figures.
struct Gauges {
    private let premises: Premises

    init(_ premises: Premises) { self.premises = premises }

    var text: String {
        let outgoing = try? premises.store.read { try $0.desk.outgoing() }
        return Gauges.gauge(
            "frontdesk_outbox_unsent", "Operations that no centre has accepted yet.", outgoing?.unsent ?? -1)
            + Gauges.gauge("frontdesk_outbox_last", "Number of the newest operation.", outgoing?.last ?? -1)
            + Gauges.machine(folder: premises.folder.path, storeIsWell: premises.database.health == .ok)
    }

    /// What can be told without a store too.
    static func machine(folder: String, storeIsWell: Bool) -> String {
        let free = (try? DiskSpace(at: folder))?.freeBytes ?? 0
        return gauge("frontdesk_store_ok", "1 when the store takes writes.", storeIsWell ? 1 : 0)
            + gauge("frontdesk_disk_free_bytes", "Room left where the data is.", Int64(free))
    }

    private static func gauge(_ name: String, _ help: String, _ value: Int64) -> String {
        "# HELP \(name) \(help)\n# TYPE \(name) gauge\n\(name) \(value)\n"
    }
}
