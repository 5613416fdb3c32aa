"""A consortium of the judge's own, whose one programme has all that a programme can have: a cohort at work and one over."""

import datetime

TENANT = "scheme"
HOME, AWAY, HOST = "home", "away", "institute"
TODAY = datetime.date.today()


def month(offset):
    """The first of a month, so many months from this one."""
    number = TODAY.year * 12 + TODAY.month - 1 + offset
    return datetime.date(number // 12, number % 12 + 1, 1)


RUNNING, OVER = (month(-9), month(9)), (month(-20), month(-2))
DEFINITION = f"""consortium:
  slug: {TENANT}
  name: Scheme
  languages: [nb]
  default_language: nb
  time_zone: Europe/Oslo
  country: "NO"
  currency: NOK
  settings: {{one_acceptance_closes_rest: true, offer_response_working_days: 5, retention_days: 365, contacts_across_members: true}}
organisations:
  - slug: {HOME}
    name: Home
    kind: municipality
    country: "NO"
    number: "310000019"
    units: [{{slug: roads, name: Roads}}, {{slug: water, name: Water}}]
  - {{slug: {AWAY}, name: Away, kind: municipality, country: "NO"}}
  - {{slug: {HOST}, name: Institute, kind: association, country: "NO"}}
memberships:
  - {{slug: {HOME}, organisations: [{HOME}], from: 2011-01-01}}
  - {{slug: {AWAY}, organisations: [{AWAY}], from: 2011-01-01}}
programmes:
  - slug: trainee
    name: Trainee
    state: active
    published: true
    responsible: {HOST}
    version: "1"
    rules:
      months: 18
      periods:
        count: {{at_least: 2, at_most: 3}}
        each: {{host: any_member, paid_by: employer}}
      gatherings: {{count: 6, courses: true, employer_seminar: true, network_meetings: true, study_trips: {{count: 1, among_gatherings: true}}}}
      roles:
        mentor: {{independent_of: line, chosen_from: anywhere}}
        supervisor_per_period: true
        supervisor_may_be_employer: true
        before_start: [aims_anchored]
      talks: {{mentor_every_months: 1, closes_period: true}}
      education_share_percent: 20
      goals: [{{slug: ethics, text: Ethics}}]
      checklist: [{{slug: inform, text: Inform}}]
      completion:
        steps: [study_trip, project_assignment, evaluation, award]
        requires: [project_assignment, evaluation]
        documents: [diploma, certificate]
        early_hire_ends: true
      fees:
        - {{slug: participation, name: Fee, amount: 69000 NOK, per: trainee, paid_by: employer}}
      selection: {{entrances: [application], criteria: [stated_competence]}}
      employment: {{contracts: [permanent, temporary], probation_months: 12}}
cohorts:
  - slug: running
    programme: trainee
    state: running
    number: 2
    period: {{from: {RUNNING[0]}, to: {RUNNING[1]}}}
    participations: [{HOME}, {AWAY}]
  - slug: over
    programme: trainee
    state: running
    number: 1
    period: {{from: {OVER[0]}, to: {OVER[1]}}}
    participations: [{HOME}, {AWAY}]
"""
