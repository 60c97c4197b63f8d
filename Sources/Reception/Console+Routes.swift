package import HTTP
internal import Localization
internal import Wire

extension Console {
    /// Everything that the console answers under `/api/v1`, and the document that describes it, made from
    /// this table.
    package var apiRoutes: [Route] {
        let described =
            patientRoutes + findingRoutes + paperRoutes + consentRoutes + mailProfileRoutes + calendarRoutes
            + readBackRoutes + mergeRoutes + strictnessRoutes + familyRoutes + particularsRoutes + visitRoutes
            + listRoutes + shiftRoutes + draftRoutes + sessionRoutes + operatorRoutes + deskRoutes
        let document = OpenAPI(
            title: "Frontdesk, the reception console", version: house.version, routes: described
        ).json.bytes
        let description = Route(.get, "/api/v1/openapi.json", .readDescription) { _ in
            Response(status: 200, headers: ["Content-Type": "application/json"], body: document)
        }
        return described + [description]
    }
}

extension Operation {
    fileprivate static let readDescription = Operation(
        "readDescription", "This API, described in OpenAPI 3.1", tag: "desk", signedIn: false,
        answers: [(200, "application/json", .anything)])
}
