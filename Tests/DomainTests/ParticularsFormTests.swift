import Domain
import Testing

@Suite struct `The form of what is known beside the card` {
    private static let place: ID<AttachmentPlace> = Given.id(9)

    private static func form(_ edit: (inout ParticularsForm) -> Void) -> ParticularsForm {
        var form = ParticularsForm()
        edit(&form)
        return form
    }

    @Test func `that is empty says nothing and is nothing`() {
        let reading = ParticularsForm().read(today: Given.today)
        #expect(reading.problems.isEmpty && reading.content?.isEmpty == true)
    }

    @Test func `reads all that can be known`() throws {
        let form = Self.form {
            $0.inn = "5001 0073 2259"
            $0.phones = [
                .init(phone: "8 926 222-33-44", whose: " мама "), .init(phone: ""),
                .init(phone: "+375 29 123-45-67"),
            ]
            $0.addressRegistered = " Неблизкая ул.,  д. 1 "
            $0.addressSame = true
            $0.attachment = Self.place.text
            $0.attachedSince = "01.02.2020"
        }
        let content = try #require(form.read(today: Given.today).content)
        #expect(content.inn?.digits == "500100732259")
        #expect(content.phones.map(\.number.e164) == ["+79262223344", "+375291234567"])
        #expect(content.phones.map(\.whose) == ["мама", nil])
        #expect(content.registeredAddress == "Неблизкая ул., д. 1" && content.actualAddress == nil)
        #expect(content.livesAsRegistered)
        #expect(
            content.attachment
                == Particulars.Attachment(
                    place: Self.place, since: CalendarDay(year: 2020, month: 2, day: 1)))
    }

    @Test(arguments: [
        (form { $0.inn = "500100732258" }, "inn", "inn_control"),
        (form { $0.inn = "7707083893" }, "inn", "inn_organisation"),
        (form { $0.inn = "🙂" }, "inn", "digits_only"),
        (form { $0.phones = [.init(phone: "12")] }, "phone_2", "phone_length"),
        (form { $0.phones = [.init(phone: "", whose: "мама")] }, "phone_2", "required"),
        (
            form { $0.phones = [.init(phone: "89262223344"), .init(phone: "+7 926 222 33 44")] }, "phone_3",
            "phone_twice"
        ),
        (
            form { $0.phones = [.init(phone: "89262223344", whose: "ма\u{7}ма")] }, "whose_2",
            "text_control"
        ),
        (
            form { $0.addressRegistered = String(repeating: "а", count: 301) }, "address_registered",
            "text_too_long"
        ),
        (form { $0.addressSame = true }, "address_registered", "required"),
        (form { $0.attachment = "7" }, "attachment", "attachment_unknown"),
        (form { $0.attachedSince = "01.02.2020" }, "attachment", "required"),
        (
            form {
                $0.attachment = place.text
                $0.attachedSince = "31.02.2020"
            }, "attached_since", "date_no_such_day"
        ),
        (
            form {
                $0.attachment = place.text
                $0.attachedSince = "01.01.2199"
            }, "attached_since", "attached_future"
        ),
    ])
    func `says by field what is wrong`(form: ParticularsForm, field: String, code: String) {
        let reading = form.read(today: Given.today)
        #expect(reading.content == nil)
        #expect(reading.problems.map(\.field) == [field] && reading.problems.map(\.code) == [code])
    }

    @Test func `takes one of two addresses that speak against each other`() {
        let both = Self.form {
            $0.addressRegistered = "Неблизкая ул., д. 1"
            $0.addressActual = "Дальняя ул., д. 2"
            $0.addressSame = true
        }
        #expect(both.read(today: Given.today).problems.map(\.code) == ["address_and_tick"])
    }
}

@Suite struct `How sure we are who somebody is` {
    @Test func `grows with a confirmed phone and with a document`() {
        let seen = Given.paper()
        #expect(IdentityLevel(papers: [], isPhoneConfirmed: false) == .selfDeclared)
        #expect(IdentityLevel(papers: [], isPhoneConfirmed: true) == .contactConfirmed)
        #expect(IdentityLevel(papers: [seen], isPhoneConfirmed: false) == .documentSeen)
        #expect(IdentityLevel(papers: [seen], isPhoneConfirmed: true) == .documentSeen)
    }
}
