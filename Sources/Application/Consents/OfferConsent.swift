package import Domain

/// Offers one purpose to one person: from now on there is a numbered sheet with the text of today. The sheet
/// for copies by e-mail begins the profile that they are sent by.
package struct OfferConsent {
    let store: any Store
    let clock: any Clock
    let identities: any Identities

    package init(store: any Store, clock: any Clock, identities: any Identities) {
        self.store = store
        self.clock = clock
        self.identities = identities
    }

    package func callAsFunction(
        _ purpose: ConsentPurpose, to patient: ID<Patient>, by author: Author
    ) throws -> Consent {
        guard let owner = author.operator else { throw Refusal(.signedOut) }
        return try store.change(by: author) { tx in
            _ = try Serving(tx)(patient)
            let newest = try tx.together(patient) { try tx.consents.all(of: $0) }.map(\.item).newest(purpose)
            let open = try tx.consents.standing(purpose, of: patient) ?? newest
            if let open, open.stands {
                throw Refusal(.consentStanding, ["number": String(open.number)])
            }
            guard let text = try tx.consents.text(of: purpose) else { throw Refusal(.consentTextMissing) }
            let consent = Consent(
                id: identities.next(), version: 1, number: try tx.consents.nextNumber(), patient: patient,
                purpose: purpose, edition: text.edition, textSHA256: text.sha256, channel: .paper,
                state: .offered, offeredAt: clock.now, offeredBy: owner)
            guard purpose == .emailing else { return Changed(consent, .consentOffered(consent)) }
            let profile = MailProfile(printedWith: consent, id: identities.next())
            return Changed(consent, .consentOffered(consent), .mailPaperPrinted(profile))
        }
    }
}
