# What the Tab key completes of a command line of coach, in bash. The coach itself says what; it
# says it in the person's language. bash-completion loads this file when it is needed.
# shellcheck shell=bash

# The words up to the cursor as a shell reads them, though bash takes them apart at “:” and “=”.
_coach_words() {
  local line=${COMP_LINE:0:COMP_POINT} word='' quote='' character
  local -i place
  local isWord=no
  words=()
  for ((place = 0; place < ${#line}; place++)); do
    character=${line:place:1}
    if [[ -n $quote ]]; then
      if [[ $character == "$quote" ]]; then quote=''; else word+=$character; fi
    elif [[ $character == [\'\"] ]]; then
      quote=$character isWord=yes
    elif [[ $character == \\ ]]; then
      place+=1
      word+=${line:place:1} isWord=yes
    elif [[ $character == [[:blank:]] ]]; then
      [[ $isWord == no ]] || words+=("$word")
      word='' isWord=no
    else
      word+=$character isWord=yes
    fi
  done
  words+=("$word")
}

_coach() {
  local words=() value about values=() abouts=() skip
  _coach_words
  while IFS=$'\t' read -r value about; do
    values+=("$value") abouts+=("$about")
  done < <("${words[0]}" complete-words "${words[@]:1}" 2>/dev/null)
  COMPREPLY=()
  if [[ ${values[0]:-} == :files ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "${words[-1]}")
    return
  fi
  # What stands before the last piece that bash made of the word is there already.
  skip=${words[-1]}
  skip=${skip%"${skip##*[:=]}"}
  [[ $skip == *[:=]* && $COMP_WORDBREAKS == *[:=]* ]] || skip=''
  local -i place
  for ((place = 0; place < ${#values[@]}; place++)); do
    value=${values[place]#"$skip"}
    # A part of a form goes on behind its “=”.
    [[ $value != *= ]] || compopt -o nospace 2>/dev/null
    # What a value is stands beside it where bash lists them, and never comes onto the line.
    if ((COMP_TYPE == 63 && ${#values[@]} > 1)) && [[ -n ${abouts[place]} ]]; then
      COMPREPLY+=("$value  (${abouts[place]})")
    elif [[ $value == *[[:space:]]* ]]; then
      COMPREPLY+=("$(printf '%q' "$value")")
    else
      COMPREPLY+=("$value")
    fi
  done
  compopt -o nosort 2>/dev/null
}

complete -F _coach coach
