// Where to go after a sign-in: only a page of ours, so that a forged link leads nowhere else.
const pages = "desk|register|patients|patient|visits|shift|settings|operators|journal|import|help"
const ours = new RegExp(`^/(${pages})(\\?(id|draft)=[0-9a-f-]{36})?$`)

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
