internal import Application
internal import Domain
internal import HTTP
internal import Wire

/// The production calendar: what terms in working days are counted by.
extension Console {
    var calendarRoutes: [Route] {
        [
            signedIn(.get, "/api/v1/calendar", Console.anybody, .readCalendar, readYear),
            signedIn(.put, "/api/v1/calendar", Console.administration, .changeCalendar) { caller in
                let number = Int(caller.body.number("year"))
                let year = try ChangeCalendar(store: store)(
                    number, CalendarBody.read(caller.body), after: caller.body.number("version"),
                    by: caller.author)
                return Response(200, CalendarBody.json(year, number))
            },
        ]
    }

    private func readYear(_ caller: Caller) throws -> Response {
        let number = try caller.request.whole("year", CalendarYear.years) ?? clock.today.year
        return Response(200, CalendarBody.json(try store.read { try $0.calendar.year(number) }, number))
    }
}

extension Operation {
    fileprivate static let readCalendar = Operation(
        "readCalendar", "A year's public holidays and the days that were moved; version 0 has none yet",
        tag: "desk", query: [(name: "year", schema: CalendarBody.year, required: false)],
        answers: [(200, "application/json", CalendarBody.schema)])

    fileprivate static let changeCalendar = Operation(
        "changeCalendar", "Write down the days that were moved in a year, all of them", tag: "desk",
        request: .object([
            .init("year", CalendarBody.year), .init("version", .count), .init("days", CalendarBody.marks),
        ]),
        answers: [(200, "application/json", CalendarBody.schema)], problems: [409, 422])
}
