internal import Application
internal import Domain
internal import Lists
internal import Threads

/// The one list that this desk is at work on: it arrives piece by piece, is checked, and is brought in, while
/// the desk goes on working and whoever sent it does something else.
///
/// What it knows ends with the program. How far a list has come stands in the register as well.
final class ListDesk: Sendable {
    enum Stage: String, CaseIterable, Sendable {
        case none
        case receiving
        case checking
        case checked
        /// It is no list of insured people.
        case refused
        case taking
        case taken
        case stopped
        /// The store or the disk failed.
        case failed

        var isWork: Bool { self == .checking || self == .taking }
    }

    /// The lines that one walk over the list left: the next walk has a file of its own.
    struct Errors {
        let id: ID<Errors>
        let file: any ListFile
    }

    struct State {
        var stage = Stage.none
        /// Of the list that is here: whoever looked at one must not be taken to mean the next.
        var id: ID<ListDesk>?
        var expectedBytes = 0
        var file: (any ListFile)?
        var errors: Errors?
        var list: InsuredList?
        var sender: Caller?
        var takesAlike = false
        var checked = ListProgress()
        var progress = ListProgress()
        var remarks: [ListRemark] = []
        var refusal: Refusal?
        var faultCode: String?
        var isStopWanted = false

        func mustBe(_ asked: ID<ListDesk>) throws {
            guard let id else { throw Refusal(.listMissing) }
            guard id == asked else { throw Refusal(.listReplaced) }
        }

        /// The first ones are kept; what was left goes before what was only odd.
        mutating func note(_ remark: ListRemark) {
            if remarks.count < ListDesk.mostRemarks { return remarks.append(remark) }
            guard !remark.isTaken, let odd = remarks.lastIndex(where: \.isTaken) else { return }
            remarks.remove(at: odd)
            remarks.append(remark)
        }
    }

    static let pieceBytes = 512 * 1024
    static let mostBytes = 32 * 1024 * 1024
    static let mostRemarks = 200

    let state = Condition(State())

    // MARK: What requests ask for

    /// A new list is on its way; what was there is forgotten.
    func begin(
        _ id: ID<ListDesk>, bytes: Int, on shelf: any ListShelf, by caller: Caller
    ) throws {
        guard bytes <= ListDesk.mostBytes else {
            throw Refusal(.listTooLong, ["limit": "\(ListDesk.mostBytes >> 20)"])
        }
        guard bytes > 0 else { throw Refusal(.listEmpty) }
        let file = try shelf.newFile()
        try state.change { state in
            guard !state.stage.isWork else { throw Refusal(.listBusy) }
            state = State()
            state.stage = .receiving
            state.id = id
            state.expectedBytes = bytes
            state.file = file
            state.sender = caller
        }
    }

    /// The next piece. One that comes again, because its answer was lost, changes nothing.
    func take(_ piece: [UInt8], number: Int, of id: ID<ListDesk>) throws {
        try state.change { state in
            try state.mustBe(id)
            guard let file = state.file else { throw Refusal(.listMissing) }
            let next = file.count / ListDesk.pieceBytes
            let isAgain = number == (file.count - 1) / ListDesk.pieceBytes && file.count > 0
            if isAgain, state.stage != .receiving || number < next { return }
            let wanted = min(ListDesk.pieceBytes, state.expectedBytes - file.count)
            guard state.stage == .receiving, number == next, piece.count == wanted else {
                throw Refusal(.listPieceWrong)
            }
            try file.append(piece)
            if file.count == state.expectedBytes { state.stage = .checking }
        }
    }

    func bringIn(_ id: ID<ListDesk>, takesAlike: Bool, by caller: Caller) throws {
        try state.change { state in
            try state.mustBe(id)
            switch state.stage {
            case .checked, .stopped, .failed:
                guard state.list != nil else { throw Refusal(.listUnchecked) }
                state.stage = .taking
                state.takesAlike = takesAlike
                state.sender = caller
                state.progress = ListProgress()
                state.remarks = []
                state.isStopWanted = false
                state.faultCode = nil
            // It was asked twice.
            case .taking, .taken: return
            case .none, .receiving, .checking, .refused: throw Refusal(.listUnchecked)
            }
        }
    }

    /// Stops the work between two lots, or forgets the list.
    func cancel(_ id: ID<ListDesk>) throws {
        try state.change { state in
            if state.stage == .none { return }
            try state.mustBe(id)
            if state.stage.isWork {
                state.isStopWanted = true
            } else {
                state = State()
            }
        }
    }

    /// The lines that were left, as long as they are those that the caller means.
    func errors(_ asked: ID<Errors>, of id: ID<ListDesk>) throws -> any ListFile {
        try state.change { state in
            try state.mustBe(id)
            guard let errors = state.errors else { throw Refusal(.listMissing) }
            guard errors.id == asked else { throw Refusal(.listErrorsReplaced) }
            return errors.file
        }
    }

    func look<Value>(_ body: (State) -> sending Value) -> sending Value {
        state.change { body($0) }
    }
}
