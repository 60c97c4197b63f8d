internal import Application
internal import Wire

/// What stands at a card or at one that lives on in it: lists of a card say at which.
enum PlacedBody {
    static let card = Schema.Property.optional("from_card", .count.orNull)

    static func json<Item>(_ placed: Placed<Item>, _ json: (Item) throws -> JSON) rethrows -> JSON {
        let members = try json(placed.item).members ?? []
        return .object(members + [.init("from_card", JSON(placed.fromCard))])
    }
}
