package import HTTP
internal import Localization
internal import Threads
internal import Wire

extension Console {
    /// Everything that the console answers under `/api/v1`, and the document that describes it, made from
    /// this table.
    package var apiRoutes: [Route] {
        let described =
            patientRoutes + findingRoutes + paperRoutes + consentRoutes + mailProfileRoutes + calendarRoutes
            + readBackRoutes + mergeRoutes + strictnessRoutes + familyRoutes + particularsRoutes + visitRoutes
            + listRoutes + paperFileRoutes + printRoutes + shiftRoutes + draftRoutes + sessionRoutes
            + operatorRoutes + deskRoutes + catalogueRoutes + issuedPolicyRoutes + certificateRoutes
        // Written when it is first asked for: a start does not wait for it.
        let document = Lock<[UInt8]?>(nil)
        let description = Route(.get, "/api/v1/openapi.json", .readDescription) {
            [version = house.version] _ in
            let bytes = document.withLock { written in
                let bytes =
                    written
                    ?? OpenAPI(
                        title: "Frontdesk, the reception console", version: version, routes: described
                    ).json.bytes
                written = bytes
                return bytes
            }
            return Response(status: 200, headers: ["Content-Type": "application/json"], body: bytes)
        }
        return described + [description]
    }
}

extension Operation {
    fileprivate static let readDescription = Operation(
        "readDescription", "This API, described in OpenAPI 3.1", tag: "desk", signedIn: false,
        answers: [(200, "application/json", .anything)])
}
