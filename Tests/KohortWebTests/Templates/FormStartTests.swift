import Testing

@testable import KohortWeb

@Suite struct `Where a template's forms begin` {
    private func adding(_ text: String) -> String { FormStart.adding("+", to: text) }

    @Test(arguments: [
        ("<form method=\"post\"><button>", "<form method=\"post\">+<button>"),
        (
            "a<form class=\"x\" method=\"post\" action=\"{{a}}/b\" novalidate>b",
            "a<form class=\"x\" method=\"post\" action=\"{{a}}/b\" novalidate>+b"
        ),
        (
            "<form method=\"post\"{{#files}} enctype=\"m\"{{/files}}>",
            "<form method=\"post\"{{#files}} enctype=\"m\"{{/files}}>+"
        ),
        ("<form method=\"post\" title=\"a > b\"{{>part}}>", "<form method=\"post\" title=\"a > b\"{{>part}}>+"),
        ("<form\n method=\"post\"\n>\n</form>\n", "<form\n method=\"post\"\n>+\n</form>\n"),
    ])
    func `something is put into each that is sent by POST`(text: String, changed: String) {
        #expect(adding(text) == changed)
        #expect(adding(text + text) == changed + changed)
    }

    @Test(arguments: [
        "<form method=\"get\" action=\"post\">", "<form action=\"{{a}}\">", "<p>method=\"post\"></p>",
        "<form method=\"post\"", "",
    ])
    func `and into no other`(text: String) {
        #expect(adding(text) == text)
    }
}
