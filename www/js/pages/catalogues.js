import "../frame.js"
import { CatalogueList } from "../catalogue-list.js"
import { onChange } from "../live.js"
import { RequisitesForm } from "../requisites-form.js"
import { firstSession, hasRole } from "../session.js"
import { count, say } from "../words.js"

const programmesRoot = document.querySelector("#programmes")
const programmeForm = programmesRoot.querySelector("form")
const names = document.querySelector("#insurer-names")

const insurers = new CatalogueList(document.querySelector("#insurers"), {
  path: "/api/v1/insurers",
  changed: "insurer_changed",
  read: offerNames,
  texts: (insurer) => ({
    name: insurer.name, code: null, more: null,
    about: insurer.former_names.length > 0
      ? say("catalogues.formerly", { names: insurer.former_names.join(", ") }) : null,
    closed: insurer.closed ? say("catalogues.insurer.is_closed") : null,
  }),
  fields: ({ name, former_names }) => ({ name, former_names: former_names.join("\n") }),
})

const programmes = new CatalogueList(programmesRoot, {
  path: "/api/v1/programmes",
  changed: "programme_changed",
  texts: (programme) => ({
    name: programme.title, code: programme.code,
    about: [programme.insurer_name, franchiseOf(programme)].filter(Boolean).join(" · "),
    more: `${count("catalogues.covers", programme.lines.length)} · ${
      say("catalogues.version", { n: programme.version })}`,
    closed: programme.closed ? say("catalogues.programme.is_closed") : null,
  }),
  fields: (programme) => ({
    code: programme.code, title: programme.title, insurer: programme.insurer_name,
    lines: programme.lines.join("\n"), clinics: programme.clinics.join("\n"),
    franchise_kind: programme.franchise_kind, franchise: programme.franchise_shown,
  }),
})

const requisites = new RequisitesForm(document.querySelector("#requisites"))

function franchiseOf({ franchise_kind: kind, franchise_shown: much }) {
  return kind === "none" ? null : say(`catalogues.franchise.of_${kind}`, { much })
}

/** By any name: a programme is taken by the company's name of today. */
function offerNames(items) {
  const options = items.filter((insurer) => !insurer.closed).map((insurer) => {
    const former = insurer.former_names.join(", ")
    return new Option(former ? say("catalogues.formerly", { names: former }) : "", insurer.name)
  })
  names.replaceChildren(...options)
}

programmeForm.addEventListener("change", () => {
  const { franchise_kind: kind, franchise } = programmeForm.elements
  programmeForm.querySelector("[data-franchise]").hidden = kind.value === "none"
  if (kind.value === "none") franchise.value = ""
})

/** The strip tells of a program that is silent. */
function isSaidElsewhere(problem) { if (!("code" in problem)) throw problem }

async function start() {
  const isAdmin = hasRole(await firstSession(), "admin")
  const read = (options) => {
    void insurers.load(options)
    void programmes.load(options)
    if (isAdmin) requisites.load(options).catch(isSaidElsewhere)
  }
  onChange(read)
  read()
}
start().catch(isSaidElsewhere)
