import { day } from "./dates.js"
import { say } from "./words.js"

/** The fields of a person in the order of the form. */
export const personFields =
  ["surname", "name", "patronymic", "birth_date", "sex", "phone", "email", "snils", "note"]

/**
 * What a card says of a person, as it stands in the fields of a form.
 * @param {object} patient
 * @returns {Record<string, string>}
 */
export function personTyped(patient) {
  return {
    surname: patient.surname, name: patient.name,
    patronymic: patient.patronymic ?? "",
    patronymic_absent: patient.patronymic_absent ? "true" : "",
    birth_date: day(patient.birth_date),
    sex: patient.sex,
    phone: patient.phone_shown ?? "",
    email: patient.email ?? "",
    snils: patient.snils ?? "",
    note: patient.note ?? "",
  }
}

/**
 * What a card says of a person, field by field, as people read it.
 * @param {object} patient
 * @returns {Record<string, string>}
 */
export function personText(patient) {
  const none = say("patient.none")
  const noPatronymic = patient.patronymic_absent ? say("patient.no_patronymic") : none
  return {
    surname: patient.surname, name: patient.name,
    patronymic: patient.patronymic ?? noPatronymic,
    birth_date: day(patient.birth_date),
    sex: say(`patient.sex.${patient.sex}`),
    phone: patient.phone_shown ?? none,
    email: patient.email ?? none,
    snils: patient.snils ?? none,
    note: patient.note ?? none,
  }
}
