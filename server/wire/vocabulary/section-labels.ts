/** Labels of lines that name sections. The list follows after a colon, or on the lines below. */
export const CATEGORY_LABELS: ReadonlySet<string> = new Set([
  'categories', 'category', 'filed under', 'filed in', 'posted in', 'published in', 'section', 'sections', 'kategorie', 'kategorien',
  'rubrik', 'rubriken', 'ressort', 'ressorts', 'veröffentlicht in', 'veröffentlicht unter', 'abgelegt unter', 'catégorie', 'catégories',
  'rubrique', 'rubriques', 'publié dans', 'classé dans', 'categoría', 'categorías', 'sección', 'secciones', 'publicado en', 'archivado en',
  'categoria', 'categorias', 'seção', 'editoria', 'publicado em', 'categorie', 'sezione', 'pubblicato in', 'archiviato in', 'categorieën',
  'rubriek', 'geplaatst in', 'kategorier', 'avdelning', 'kategoria', 'kategorie wpisu', 'категория', 'категории', 'рубрика', 'рубрики',
  'раздел', 'カテゴリ', 'カテゴリー', 'ジャンル', '分类', '分類',
]); // prettier-ignore

/** Labels of lines that name keywords. */
export const KEYWORD_LABELS: ReadonlySet<string> = new Set([
  'tags', 'tag', 'tagged', 'tagged with', 'tagged in', 'keywords', 'key words', 'topics', 'topic', 'related topics', 'schlagwörter',
  'schlagworte', 'stichworte', 'stichwörter', 'themen', 'thema', 'mots-clés', 'mots clés', 'étiquettes', 'thèmes', 'sujets', 'etiquetas',
  'palabras clave', 'temas', 'palavras-chave', 'tópicos', 'etichette', 'argomenti', 'parole chiave', 'trefwoorden', 'labels',
  'emner', 'ämnen', 'taggar', 'tagi', 'słowa kluczowe', 'теги', 'метки', 'ключевые слова', 'タグ', '标签', '標籤',
]); // prettier-ignore

/** Headings of the comments of readers, as label keys: numbers are "#". */
export const COMMENT_HEADINGS =
  /^(?:(?:show|view|see|all|read)\s+){0,2}(?:(?:#|ein|one|un|une|uno|et|ett|een)\s+)?(?:reader |readers['’]? |user |leser)?(?:comments?|discussions?|diskussion|discusión|discussione|replies|responses|thoughts|kommentare?|antworten|ergänzungen|meinungen|leserkommentare|commentaires?|réponses|réactions|comentarios?|respuestas|comentários?|respostas|commenti?|risposte|reacties|kommentarer|svar|komentarze|komentarz|комментари(?:й|и|ев|я)|комментариев|kommenttia|コメント|评论)(?:\s*#)?(?:\s+(?:on|zu|to|sur|en|su|op|från)\s.{1,200})?$/iu;

/** Headings and lines of the form for a new comment: nothing of the story follows them. */
export const COMMENT_FORM: ReadonlySet<string> = new Set([
  'leave a reply', 'leave a comment', 'leave your comment', 'post a comment', 'add a comment', 'add comment', 'write a comment',
  'submit a comment', 'join the discussion', 'join the conversation', 'have your say', 'what do you think', 'cancel reply',
  'leave a reply cancel reply', 'your email address will not be published', 'schreibe einen kommentar', 'schreiben sie einen kommentar',
  'kommentar schreiben', 'kommentar verfassen', 'kommentar hinterlassen', 'hinterlasse einen kommentar', 'hinterlassen sie einen kommentar',
  'einen kommentar schreiben', 'diskutieren sie mit', 'antwort hinterlassen', 'ihr kommentar', 'antworten abbrechen',
  'schreibe einen kommentar antworten abbrechen', 'laisser un commentaire', 'laissez un commentaire', 'poster un commentaire',
  'ajouter un commentaire', 'écrire un commentaire', 'annuler la réponse', 'laisser un commentaire annuler la réponse', 'deja una respuesta',
  'dejar una respuesta', 'deja un comentario', 'dejar un comentario', 'escribe tu comentario', 'escribir un comentario',
  'cancelar la respuesta', 'añadir comentario', 'deixe um comentário', 'deixe uma resposta', 'escreva um comentário', 'cancelar resposta',
  'lascia un commento', 'lascia una risposta', 'scrivi un commento', 'commenta', 'annulla risposta', 'geef een reactie',
  'plaats een reactie', 'laat een reactie achter', 'een reactie achterlaten', 'reactie annuleren', 'skriv en kommentar', 'skriv en kommentar avbryt svar', 'lämna ett svar',
  'lämna en kommentar', 'kommentera', 'legg igjen en kommentar', 'legg igjen et svar', 'skriv et svar', 'dodaj komentarz',
  'zostaw komentarz', 'anuluj pisanie odpowiedzi', 'оставить комментарий', 'добавить комментарий', 'отменить ответ', 'コメントを残す', '发表评论',
]); // prettier-ignore

/** Lines under a comment that are buttons: label keys, split at "·" and "|" first. */
export const COMMENT_BUTTONS: ReadonlySet<string> = new Set([
  'reply', 'like', 'dislike', 'share', 'report', 'flag', 'quote', 'permalink', 'edit', 'delete', 'answer', 'log in to reply', 'recommend',
  'antworten', 'gefällt mir', 'melden', 'zitieren', 'teilen', 'löschen', 'bearbeiten', 'zum antworten anmelden', 'répondre', 'j’aime', "j'aime",
  'signaler', 'partager', 'citer', 'responder', 'me gusta', 'denunciar', 'compartir', 'gosto', 'curtir', 'compartilhar', 'rispondi', 'mi piace',
  'segnala', 'condividi', 'reageren', 'beantwoorden', 'vind ik leuk', 'rapporteren', 'svara', 'svar', 'gilla', 'lik', 'odpowiedz', 'lubię to',
  'zgłoś', 'ответить', 'нравится', 'пожаловаться', '返信', '回复', '#', '# likes', '# like', '# reply', '# replies', '# votes', '# points', 'upvote', 'downvote', 'show more', 'read more', 'sort by newest', 'sort by oldest', 'sort by best',
  'newest', 'oldest', 'best', 'top', 'see more', 'like this', 'loading', 'wird geladen',
]); // prettier-ignore
