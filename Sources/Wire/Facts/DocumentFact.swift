internal import Domain

extension JSON {
    init(fact key: TrustedKey) {
        self = [
            "added_at": JSON(key.addedAt),
            "added_by": JSON(key.addedBy),
            "id": JSON(key.id),
            "name": .string(key.name),
            "prefix": .string(key.prefix),
            "public_key": .string(Hex.text(key.publicKey)),
            "version": .integer(key.version),
            "withdraw_reason": JSON(key.withdrawal?.reason),
            "withdrawn_at": JSON(key.withdrawal?.at),
            "withdrawn_by": JSON(key.withdrawal?.by),
        ]
    }

    init(fact document: Document) {
        var (successor, reason) = (JSON.null, JSON.null)
        switch document.ending?.cause {
        case .replaced(let new): successor = JSON(new)
        case .revoked(let why): reason = .string(why.rawValue)
        case nil: break
        }
        self = [
            "doc_id": .string(document.docID.text),
            "ended_at": JSON(document.ending?.at),
            "ended_by": JSON(document.ending?.by),
            "holder_tag": .integer(Int64(document.holderTag)),
            "id": JSON(document.id),
            "issued_at": JSON(document.issuedAt),
            "issued_by": JSON(document.issuedBy),
            "issued_on": .string(document.issuedOn.iso),
            "number": .string(document.number.text),
            "patient": JSON(document.patient),
            "product": .integer(Int64(document.product)),
            "replaced_by": successor,
            "revoke_reason": reason,
            "sort": .string(document.sort.rawValue),
            "state": .string(document.state.rawValue),
            "valid_from": .string(document.validFrom.iso),
            "valid_to": JSON(document.validTo?.iso),
            "version": .integer(document.version),
        ]
    }

    init(fact copy: PrintedCopy) {
        self = [
            "answer": .string(copy.answer.rawValue),
            "answered_at": JSON(copy.answeredAt),
            "document": JSON(copy.document),
            "document_version": .integer(copy.documentVersion),
            "id": JSON(copy.id),
            "made_at": JSON(copy.madeAt),
            "made_by": JSON(copy.madeBy),
            "number": .integer(copy.number),
            "token": .string(copy.token.text),
            "version": .integer(copy.version),
            "why": .string(copy.why.rawValue),
        ]
    }
}

extension TrustedKey {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "desk_key")
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"),
            prefix: try reader.text("prefix"), name: try reader.text("name"),
            publicKey: try reader.bytes("public_key"), addedAt: try reader.instant("added_at"),
            addedBy: try reader.optionalID("added_by"),
            withdrawal: try reader.undoing(at: "withdrawn_at", by: "withdrawn_by", reason: "withdraw_reason"))
    }
}

extension Document {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "document")
        guard let product = UInt16(exactly: try reader.integer("product")),
            let tag = UInt8(exactly: try reader.integer("holder_tag"))
        else { throw FactFault(member: "product") }
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"),
            docID: try reader.value("doc_id", DocID.init(_:)),
            sort: try reader.value("sort", DocumentSort.init(rawValue:)),
            number: try reader.value("number", OwnNumber.init(stored:)),
            patient: try reader.id("patient"),
            validFrom: try reader.value("valid_from", CalendarDay.init(iso:)),
            validTo: try reader.optionalValue("valid_to", CalendarDay.init(iso:)), product: product,
            holderTag: tag, issuedOn: try reader.value("issued_on", CalendarDay.init(iso:)),
            issuedAt: try reader.instant("issued_at"), issuedBy: try reader.id("issued_by"),
            state: try reader.value("state", State.init(rawValue:)), ending: try Document.ending(reader))
    }

    private static func ending(_ reader: FactReader) throws(FactFault) -> Ending? {
        guard let at = try reader.optionalInstant("ended_at") else { return nil }
        let successor: ID<Document>? = try reader.optionalID("replaced_by")
        let cause: Cause =
            if let successor {
                .replaced(by: successor)
            } else {
                .revoked(try reader.value("revoke_reason", RevocationReason.init(rawValue:)))
            }
        return Ending(at: at, by: try reader.id("ended_by"), cause: cause)
    }
}

extension PrintedCopy {
    init(fact: JSON?) throws(FactFault) {
        let reader = try FactReader(fact, "copy")
        self.init(
            id: try reader.id("id"), version: try reader.integer("version"),
            document: try reader.id("document"), documentVersion: try reader.integer("document_version"),
            number: try reader.integer("number"), token: try reader.value("token", QRToken.init(_:)),
            why: try reader.value("why", Why.init(rawValue:)), madeAt: try reader.instant("made_at"),
            madeBy: try reader.id("made_by"), answer: try reader.value("answer", Answer.init(rawValue:)),
            answeredAt: try reader.optionalInstant("answered_at"))
    }
}

extension Event {
    init(ofDocuments kind: Kind, _ fact: JSON) throws(FactFault) {
        switch kind {
        case .deskKeyAdded: self = .deskKeyAdded(try TrustedKey(fact: fact["desk_key"]))
        case .deskKeyWithdrawn: self = .deskKeyWithdrawn(try TrustedKey(fact: fact["desk_key"]))
        case .documentIssued: self = .documentIssued(try Document(fact: fact["document"]))
        case .documentReplaced: self = .documentReplaced(try Document(fact: fact["document"]))
        case .documentRevoked: self = .documentRevoked(try Document(fact: fact["document"]))
        case .copyMade: self = .copyMade(try PrintedCopy(fact: fact["copy"]))
        case .copyAnswered: self = .copyAnswered(try PrintedCopy(fact: fact["copy"]))
        default: throw FactFault(member: "kind")
        }
    }
}
