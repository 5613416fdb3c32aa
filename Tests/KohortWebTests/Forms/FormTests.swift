import KohortWeb
import Testing

struct FormTests {
    @Test func `a field sent several times keeps all its texts`() {
        var form = Form()
        form.add("orn", to: "place")
        form.add("ume", to: "place")
        #expect(form.text("place") == "orn")
        #expect(form.list("place") == ["orn", "ume"])
        #expect(form.names == ["place"])
    }

    @Test func `a field that was not sent is empty and absent`() {
        #expect(Form().text("name") == "")
        #expect(Form().list("name") == [])
        #expect(!Form().has("name"))
    }
}
