import KohortCore

/// What an operator is told of a refusal: a sentence for each code that an operator's call can meet. What people read
/// in the browser stands in the site's texts, in three languages; the CLI speaks English and does without the site.
enum OperatorSentences {
    /// The sentence of a code with its values in their places.
    static func sentence(_ code: String, _ values: [String: String] = [:]) -> String {
        guard let pattern = all[code] else { return "This is refused: \(code)." }
        return values.reduce(pattern) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    static func sentence(of problem: FieldProblem) -> String {
        guard all[problem.code] != nil else { return "\(problem.field) is refused: \(problem.code)." }
        return sentence(problem.code, problem.values.merging(["field": problem.field]) { $1 })
    }

    static let all: [String: String] = [
        "archive.foreign": "The archive is another tenant's.",
        "channel.duplicate": "{field} names the same channel twice.",
        "cohort.has_started": "A cohort that has started does not go back.",
        "cohort.other_programme": "A cohort stays with the programme that it was made for.",
        "date.order": "{field} must come after {after}.",
        "definition.other_consortium": "The file defines another consortium than this one.",
        "grant.organisation_required": "This role is held at an organisation: name it with --organisation.",
        "grant.last_lead": "This is the only lead: invite another one first.",
        "number.range": "{field} must be a whole number from {from} to {to}.",
        "outbox.not_failed": "Only a message that failed can be sent again.",
        "provider.acr.invalid": "{field} must be at most ten levels, such as idporten-loa-high.",
        "provider.address":
            "{field} is an address that this installation does not call: see the settings kohort.providers.",
        "provider.kinds.required": "Name at least one kind of user with --for.",
        "provider.secret.place": "{field} must be file:/… or env:KOHORT_…: the secret itself is not stored.",
        "round.slug_taken": "Another round has this slug.",
        "signin.other_browser": "The link was asked for in another browser and opens there alone.",
        "signin.too_weak": "The person's roles ask for a stronger way in.",
        "tenant.in_making": "The tenant is being made of an archive, or restored, just now: wait, then look.",
        "tenant.is_active": "The tenant is active.",
        "tenant.is_suspended": "The tenant is suspended: resume opens it.",
        "tenant.is_deleted": "The tenant is deleted: restore takes that back.",
        "tenant.is_purged": "The tenant is gone for good.",
        "tenant.kept_time_over": "The time in which the deletion could be taken back is over.",
        "tenant.slug_taken": "There is, or was, another tenant with this slug; a slug is never given twice.",
        "text.control": "{field} has a line break or another control character.",
        "text.required": "{field} must not be empty.",
        "text.too_long": "{field} can have {limit} characters at most.",
        "webhook.active": "The webhook is not stopped.",
        "webhook.disabled": "The webhook is stopped: start it first.",
        "webhook.events.invalid":
            "{field} must be names of events, such as recruitment.offer.* or recruitment.offer.made.",
        "webhook.events.too_many": "{field} can be {limit} names at most.",
        "webhook.too_many": "There can be 20 webhooks at most: remove one first.",
        "webhook.under_way": "It is being sent just now: wait a minute.",
        "webhook.url.address": "{field} is in a closed network: events are sent to public addresses alone.",
        "webhook.url.malformed": "{field} must be a whole address, such as https://system.example.com/events.",
        "webhook.url.port": "{field} must have one of these ports: {ports}.",
        "webhook.url.scheme": "{field} must begin with https://.",
        "webhook.url.userinfo": "{field} must have no user name and password.",
    ]
}
