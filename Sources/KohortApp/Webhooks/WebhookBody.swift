import KohortStore

/// What a receiver reads of an event (Standard Webhooks 1.0.0). It is made of the event's row of the journal, which
/// never changes, and so are the bytes the same at every attempt.
enum WebhookBody {
    /// `{"type":…,"timestamp":…,"data":{…}}`: the event's own members, then its `sequence` and `subject`.
    static func bytes(of entry: JournalEntry) -> [UInt8] {
        let subject = #"{"kind":\#(quoted(entry.subjectKind)),"id":\#(quoted(entry.subjectID))}"#
        let added = #""sequence":\#(entry.number),"subject":\#(subject)"#
        let members = entry.payload.dropFirst().dropLast()
        let data = members.isEmpty ? added : members + "," + added
        return Array(
            #"{"type":\#(quoted(entry.name)),"timestamp":\#(quoted("\(entry.at)")),"data":{\#(data)}}"#.utf8)
    }

    private static func quoted(_ text: String) -> String { JSONText.encode(text) ?? "null" }
}
