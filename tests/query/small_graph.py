"""A few invented things, their posts and claims, as a file of Turtle."""

TURTLE = """@prefix gb: <https://w3id.org/graphbuild/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix official: <https://w3id.org/graphbuild/id/official/> .
@prefix park: <https://w3id.org/graphbuild/id/park/> .
@prefix project: <https://w3id.org/graphbuild/id/project/> .
@prefix claim: <https://w3id.org/graphbuild/id/claim/> .

official:苏明远.云岭县 a gb:Official ; skos:prefLabel "苏明远"@zh ; gb:inspects park:青竹湖公园.云岭县 .
official:何静.云岭县 a gb:Official ; skos:prefLabel "何静"@zh ; skos:altLabel "何县长"@zh .
official:何静.清源县 a gb:Official ; skos:prefLabel "何静"@zh .
park:青竹湖公园.云岭县 a gb:Park ; skos:prefLabel "青竹湖公园"@zh ; skos:altLabel "竹湖"@zh .
project:竹湖.云岭县 a gb:Project ; skos:prefLabel "竹湖"@zh ; skos:altLabel "“竹湖”改造工程"@zh .
claim:one a gb:Claim ; rdf:subject official:苏明远.云岭县 ; rdf:predicate gb:inspects ; rdf:object park:青竹湖公园.云岭县 ;
  gb:confidence 0.9 ; gb:statedOn "2023-05-06"^^xsd:date ; gb:evidence claim:place .
claim:place oa:hasSource claim:text ; oa:hasSelector claim:words .
claim:text dcterms:source "one.txt" ; dcterms:issued "2023-05-06"^^xsd:date .
claim:words oa:exact "苏明远到\\n青竹湖公园调研" ; oa:start 8 ; oa:end 20 .
"""
