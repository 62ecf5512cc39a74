# test: cli
# The completion script completes commands, options and their arguments.
eval "$("$WEFT" --completion=bash)"
complete_words() {
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    COMPREPLY=()
    _weft 2> /dev/null
    echo " ${COMPREPLY[*]} "
}
wants() { case $2 in *" $1 "*) ;; *) echo "no '$1' in '$2'"; exit 1 ;; esac; }
wants build "$(complete_words weft b)"
wants --keep-c= "$(complete_words weft build --k)"
wants boehm "$(complete_words weft build --gc = b)"
wants low "$(complete_words weft dump --after = lo)"
wants fold "$(complete_words weft dump --after = fo)"
touch prog.py prog.txt
wants prog.py "$(complete_words weft build pr)"
case $(complete_words weft build pr) in *txt*) exit 1 ;; esac
