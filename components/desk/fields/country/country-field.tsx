"use client";
import { useForm } from "../../form/form-context";
import type { TextInputProps } from "../input-props";
import { OptionsField } from "../options-field";
import { countryChoices } from "./part";

/** One of the dossier's countries, or any country of the form's list. */
export function CountryField(props: TextInputProps<"country">) {
  const { countries } = useForm();
  return <OptionsField {...props} options={countryChoices(props.spec, countries)} />;
}
