/// What a printer is for. A clinic may have one for all, or a small one at the desk for tickets.
package enum PrinterRole: String, CaseIterable, Sendable {
    /// A4 and A5: policies, certificates, cards, forms.
    case documents
    /// A roll of 80 mm.
    case tickets
}

/// The sheet that a paper is drawn for.
///
/// It is told to the printer with every job: one that is told nothing takes what it was made with, which is
/// often Letter, and shrinks the page.
package enum PaperSize: String, CaseIterable, Sendable {
    case a4
    case a5
    case roll80

    /// Its self-describing name (PWG 5101.1).
    package var media: String {
        switch self {
        case .a4: "iso_a4_210x297mm"
        case .a5: "iso_a5_148x210mm"
        case .roll80: "om_roll-80_80x297mm"
        }
    }
}
