import Application
import DeskFixture
import Domain

/// A clinic in which somebody had two cards, and they were made one.
struct Couple {
    let clinic: Clinic
    /// The card that stays; it took the phone of the other one.
    let married: Patient
    let maiden: Patient
    let merge: CardMerge

    init() throws {
        clinic = try Clinic()
        married = try clinic.desk.register(.invented("Замужнева", "Нина"), by: clinic.petrova)
        maiden = try clinic.desk.register(
            .invented("Девичьева", "Нина").with { $0.phone = "8 926 111-22-33" }, by: clinic.petrova)
        merge = try clinic.desk.merging(maiden.id, into: married.id, taking: [.phone], by: clinic.author)
    }
}
