// Where to go after a sign-in: only a page of ours, so that a forged link leads nowhere else.
const pages = [
  "blanks", "calendar", "catalogues", "consent", "consent-texts", "desk", "help", "import", "journal",
  "mail-profiles", "merge", "operators", "patient", "patients", "printing", "read-back", "register",
  "settings", "shift", "visits",
].join("|")
const one = "(?:(?:id|draft|card|with|relative)=[0-9a-f-]{36}|year=\\d{4})"
const ours = new RegExp(`^/(?:${pages})(?:\\?${one}(?:&${one})*)?$`)

/** The page to come back to. */
export function nextPage() {
  const asked = new URLSearchParams(location.search).get("next") ?? ""
  return ours.test(asked) ? asked : "/desk"
}

/** The address of the sign-in that comes back here. */
export function signInAddress() {
  const here = location.pathname + location.search
  return ours.test(here) ? `/sign-in?next=${encodeURIComponent(here)}` : "/sign-in"
}
