/// What the store can do at this moment.
package enum StoreHealth: Hashable, Sendable {
    case ok
    /// Reading works; writing does not, because of the world's failure named here.
    case readOnly(StoreFault.Kind)
    /// The disk has no room: reading works, and writing will again as soon as there is room.
    case full
    /// The pages contradict each other: nothing may be written until a copy is restored.
    case corrupt
}
