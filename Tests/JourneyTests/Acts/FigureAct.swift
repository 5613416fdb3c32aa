import HTTPTypes
import KohortTesting
import Testing

extension RoundStory {
    /// Persons and candidacies told apart (NOR-2, NOR-3, NOR-6): 400 for 12 is 33.3, and 45 for 2 is 22.5.
    func theFiguresAreTold() async throws {
        let funnel = try await website.get("/reports/funnel?round=first-call")
        #expect(funnel.text == Self.funnel)
        let page = try await lead.open(Self.round)
        #expect(page.text.contains("33.3") && page.text.contains("22.5"))
    }

    private static let funnel = #"""
        {"round":"first-call","persons":400,"candidacies":402,"positions":12,"per_position":33.333333333333336,\#
        "employers":[{"slug":"alvsbyn","positions":1,"persons":78},{"slug":"nordmaling","positions":1,"persons":78},\#
        {"slug":"norsjo","positions":1,"persons":78},{"slug":"ornskoldsvik","positions":2,"persons":45},\#
        {"slug":"pitea","positions":1,"persons":78},{"slug":"skelleftea","positions":2,"persons":77},\#
        {"slug":"umea","positions":3,"persons":80},{"slug":"vannas","positions":1,"persons":78}],\#
        "channels":[{"channel":"arbetsformedlingen","persons":80},{"channel":"local-media","persons":80},\#
        {"channel":"press","persons":0},{"channel":"traineeguiden","persons":160},{"channel":null,"persons":80}],\#
        "stages":[{"stage":"submitted","persons":400},{"stage":"qualified","persons":27},\#
        {"stage":"ranked","persons":27},{"stage":"offered","persons":14},{"stage":"accepted","persons":12}]}
        """#
}
