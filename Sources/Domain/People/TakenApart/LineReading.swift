/// A line being read: its pieces, what each of them has become, and what was found.
struct LineReading {
    struct FoundDay {
        let day: CalendarDay
        let label: LineLabel?
        let places: ClosedRange<Int>
        var isPlaced = false
    }

    let today: CalendarDay
    private let scalars: [Unicode.Scalar]
    let pieces: [LinePiece]
    /// Found a place, or is a word that only names others.
    var isUsed: [Bool]
    /// The word that was said last, for each piece.
    var labels: [LineLabel?]
    /// The same, for the first number behind the word only: that is the one it names.
    var firstLabels: [LineLabel?]
    var days: [FoundDay] = []
    /// Which pieces are the number of a document.
    private(set) var documentPlaces: Set<Int> = []
    /// And which are of a day.
    private(set) var dayPlaces: Set<Int> = []
    private(set) var parts = TakenParts()

    init(_ typed: String, today: CalendarDay) {
        self.today = today
        // First the layout: a stroke on its own is ё there, and an apostrophe when made plain.
        scalars = Array(TypedText.plain(WrongLayout.undone(typed)).unicodeScalars)
        pieces = LineCutter.pieces(of: scalars)
        isUsed = pieces.map { _ in false }
        labels = pieces.map { _ in nil }
        firstLabels = labels
    }

    func isFree(_ place: Int, _ kind: LinePiece.Kind) -> Bool {
        pieces.indices.contains(place) && !isUsed[place] && pieces[place].kind == kind
    }

    /// All of the fields, or none when one of them has been found: then it is left over.
    mutating func add(
        _ places: [Int], _ values: [(TakenField, String)], _ certainty: TakenPart.Certainty
    ) {
        guard values.allSatisfy({ parts.isFree($0.0) }) else { return }
        for (field, value) in values { parts.add(field, value, certainty) }
        for place in places { isUsed[place] = true }
        if values.contains(where: { $0.0 == .documentNumber }) { documentPlaces.formUnion(places) }
    }

    /// Which day it is can be told when all of them are known.
    mutating func note(_ day: CalendarDay, at places: ClosedRange<Int>) {
        days.append(FoundDay(day: day, label: labels[places.lowerBound], places: places))
        dayPlaces.formUnion(places)
    }

    /// As typed, from the beginning of the first piece to the end of the last.
    func text(_ places: ClosedRange<Int>) -> String {
        let range = pieces[places.lowerBound].range.lowerBound..<pieces[places.upperBound].range.upperBound
        return String(String.UnicodeScalarView(scalars[range]))
    }

    func isFollowedByPoint(_ place: Int) -> Bool {
        let end = pieces[place].range.upperBound
        return end < scalars.count && scalars[end] == "."
    }

    /// What has no place, neighbours together.
    var leftOver: [String] {
        var runs: [ClosedRange<Int>] = []
        var isOpen = false
        for place in pieces.indices {
            let kind = pieces[place].kind
            if isUsed[place] || kind == .stop {
                isOpen = false
            } else if isOpen, let last = runs.last {
                runs[runs.count - 1] = last.lowerBound...place
            } else if kind != .sign {
                runs.append(place...place)
                isOpen = true
            }
        }
        return runs.map(text)
    }
}
